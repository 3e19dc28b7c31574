import lib.External;

class A extends B implements Greeter { // want: implement A -> Greeter
  private final Repository repository; // want: type A -> Repository
  Helper helper = new Helper(); // want: call A -> Helper

  A(Repository repository) {
    super(1); // want: call A.A -> B.B
    this.repository = repository; // want: field A.A -> A.repository
  }

  void run() {
    repository.save(); // want: call A.run -> Repository.save
    this.helper.help().again(); // want: call A.run -> Helper.help
    // want: call A.run -> Result.again
    inherited(); // want: call A.run -> B.inherited
    super.inherited(); // want: call A.run -> B.inherited
    shared++; // want: global-write A.run -> B.shared
    int x = B.shared; // want: global-read A.run -> B.shared
    greet(); // want: call A.run -> Greeter.greet
    toString();
    var made = new Helper();
    made.help(); // want: call A.run -> Helper.help
    Helper[] many = new Helper[3];
    many[0].help(); // want: call A.run -> Helper.help
    ((Helper) unknown()).help(); // want: call A.run -> Helper.help
    Object o = helper;
    if (o instanceof Helper h) { h.help(); } // want: call A.run -> Helper.help
  }

  Helper table[][] = {}, plain;

  void arrays() {
    table[0][1].help(); // want: call A.arrays -> Helper.help
    plain.help(); // want: call A.arrays -> Helper.help
    table.help(); // want: !call A.arrays -> Helper.none
    for (Helper[] row : table) for (Helper one : row) one.help(); // want: call A.arrays -> Helper.help
  }

  // Nothing says what these are: no edge.
  void unknowns(External external) {
    external.help();
    missing.help();
    external.make().help();
    // want: !call A.unknowns -> Helper.help
  }

  void anonymous() {
    Greeter g = new Greeter() { // want: implement A.anonymous -> Greeter
      public void greet() { helper.help(); } // want: call A.anonymous -> Helper.help
    };
  }

  // want: external 7
  // want: unresolved 3
}
