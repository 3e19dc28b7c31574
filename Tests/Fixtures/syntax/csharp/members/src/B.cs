public class B { public B(int i) {} public void Inherited() {} }
public interface IGreeter { void Greet(); void Hello() {} }
public interface IRepository
{
    event Changed Stored;
    void Save();
    Task<Helper> LoadAsync();
    bool TryFind(int id, out Helper helper);
}
public class Helper { public int Size { get; set; } public Inner Inner { get; } public Result Help() => null; }
public class Inner { public int Depth; }
public class Result { public void Again() {} }
// Nothing says that it is this one.
public class Others { public void Lost() {} }
