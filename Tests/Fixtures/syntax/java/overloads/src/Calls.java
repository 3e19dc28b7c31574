class Calls {
  void calls(Pet pet, Dog dog, Object any) {
    Target.one(1); // want: call Calls.calls -> Target.one #Target.one(int)
    Target.one("x"); // want: call Calls.calls -> Target.one #Target.one(String)
    Target.one(pet); // want: call Calls.calls -> Target.one #Target.one(Pet)
    Target.one(dog); // want: call Calls.calls -> Target.one #Target.one(Pet)
    Target.one(pet, dog); // want: call Calls.calls -> Target.one #Target.one(Pet,Pet)
    Target.many("a", "b", "c"); // want: call Calls.calls -> Target.many #Target.many(String...)
    Target.same(unknown()); // want: probable-call Calls.calls -> Target.same #Target.same(int)
    new Target(pet); // want: call Calls.calls -> Target.Target #Target.Target(Pet)
    new Target(); // want: call Calls.calls -> Target.Target #Target.Target()
    Runnable r = Target::make; // want: address Calls.calls -> Target.make
    Factory f = Target::new; // want: probable-address Calls.calls -> Target.Target
  }
}
