interface Greeter { default void greet() {} }

interface Repository { void save(); }

class RepositoryImpl implements Repository { public void save() {} }

class Helper { Result help() { return null; } }

class Result { void again() {} }
