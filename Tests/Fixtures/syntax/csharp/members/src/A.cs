using Lib;

class A : B, IGreeter // want: implement A -> IGreeter
{
    private readonly IRepository _repository; // want: type A -> IRepository
    private Helper _helper = new(); // want: call A -> Helper
    public static int Count { get; set; } // want: declare field A.Count definition mutableState
    public static readonly List<string> Names = new List<string>(); // want: declare field A.Names definition mutableState
    private const int Limit = 3; // want: declare constant A.Limit definition
    public Helper Made => _helper; // want: field A.Made -> A._helper
    public event Changed OnChanged; // want: type A -> Changed
    public Helper this[int i] => _helper;

    public A(IRepository repository) : base(1) // want: call A.A -> B.B
    {
        _repository = repository; // want: field A.A -> A._repository
        repository.Stored += HandleStored; // want: address A.A -> A.HandleStored
        // want: field A.A -> IRepository.Stored
    }

    private A() : this(null) {} // want: call A.A -> A.A #A.A(IRepository)

    void HandleStored(object sender) { }

    async Task Run()
    {
        _repository.Save(); // want: call A.Run -> IRepository.Save
        this._helper.Help().Again(); // want: call A.Run -> Result.Again
        _helper?.Help()?.Again(); // want: call A.Run -> Helper.Help
        Made!.Help(); // want: call A.Run -> Helper.Help
        Inherited(); // want: call A.Run -> B.Inherited
        base.Inherited(); // want: call A.Run -> B.Inherited
        Count++; // want: global-write A.Run -> A.Count
        var x = A.Count; // want: global-read A.Run -> A.Count
        Greet(); // want: call A.Run -> A.Greet
        ((IGreeter)this).Hello(); // want: call A.Run -> IGreeter.Hello
        ToString();
        var made = new Helper { Size = 3, Inner = { Depth = Limit } }; // want: field A.Run -> Helper.Size
        // want: field A.Run -> Inner.Depth
        made.Help(); // want: call A.Run -> Helper.Help
        Helper[] many = new Helper[3];
        many[0].Help(); // want: call A.Run -> Helper.Help
        this[1].Help(); // want: call A.Run -> Helper.Help
        (Unknown() as Helper).Help(); // want: call A.Run -> Helper.Help
        object o = made;
        if (o is Helper { Size: 3 } h && h.Help() != null) { } // want: call A.Run -> Helper.Help
        (await _repository.LoadAsync()).Help(); // want: call A.Run -> Helper.Help
        var loaded = await _repository.LoadAsync().ConfigureAwait(false);
        loaded.Help(); // want: call A.Run -> Helper.Help
        OnChanged?.Invoke(3);
        if (_repository.TryFind(1, out var found)) found.Lost();
        if (_repository.TryFind(1, out Helper known)) known.Help(); // want: call A.Run -> Helper.Help
        using (var opened = new Helper()) opened.Help(); // want: call A.Run -> Helper.Help
        Local(made);
        void Local(Helper inner) => inner.Help(); // want: call A.Local -> Helper.Help
    }

    public void Greet() {}
    void IGreeter.Hello() => _repository.Save(); // want: call A.Hello -> IRepository.Save
    public static A operator +(A a, A b) { a.Greet(); return b; } // want: call A.operator + -> A.Greet
}

delegate void Changed(int count); // want: declare type Changed definition

class Injected(IRepository repository, Helper helper) : B(helper.Size) // want: call Injected -> B.B
{
    void Use() => repository.Save(); // want: call Injected.Use -> IRepository.Save
    Helper Kept { get; } = helper;
}
