using Shared;

class Lone
{
    private Config config; // want: !type Lone -> Shared.Config
    // want: declare type Lone definition
}
