pub fn serve(port: u16) {}
