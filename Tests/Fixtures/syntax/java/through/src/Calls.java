import lib.Widget;

class Calls extends Frame {
  void inherited(Screen screen) {
    screen.panel().paint(); // want: call Calls.inherited -> Part.paint
    // want: type Calls.inherited -> Panel
    screen.panel().draw(); // want: call Calls.inherited -> Panel.draw
    screen.panel().size = 1; // want: field Calls.inherited -> Part.size
  }

  void declared(Screen screen) {
    screen.part().paint(); // want: call Calls.declared -> Part.paint
    screen.button().same(unknown()); // want: probable-call Calls.declared -> Button.same
    // want: type Calls.declared -> Button
    // want: !type Calls.declared -> Part
    // want: !type Calls.declared -> Panel
  }

  void made() {
    new Button(unknown()); // want: probable-call Calls.made -> Button.Button
    // want: type Calls.made -> Button
    new Panel(); // want: call Calls.made -> Panel
  }

  int ternary(String text) {
    return !Texts.isEmpty(text) ? 1 : -Texts.size(text); // want: call Calls.ternary -> Texts.isEmpty
    // want: call Calls.ternary -> Texts.size
  }

  void bounded(Context<?> context, Context<? extends Button> narrow, Context<Widget> outside) {
    context.operation().paint(); // want: call Calls.bounded -> Part.paint
    narrow.operation().click(); // want: call Calls.bounded -> Button.click
  }

  void outside(Context<Widget> outside) {
    outside.operation().paint(); // want: !call Calls.outside -> Part.paint
  }

  // The type of an anonymous class may be one that the class around it inherits.
  Object field = new Inner() { int count() { return part.size; } }; // want: field Calls -> Part.size

  Object anonymous() {
    return new Inner() { // want: inherit Calls.anonymous -> Frame.Inner
      void run() { part.paint(); } // want: call Calls.anonymous -> Part.paint
    };
  }
}
