pub fn r#type() {
    super::raw(); // want: call match::type -> raw
}
