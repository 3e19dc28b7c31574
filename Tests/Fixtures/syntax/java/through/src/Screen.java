interface Screen {
  Panel panel();
  Part part();
  Button button();
}
