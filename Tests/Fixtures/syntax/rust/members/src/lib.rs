mod shapes;
mod work;

// A constant as an argument of a type.
const WIDTH: usize = 3;
pub struct Grid<const N: usize>;
pub fn filled(grid: Grid<{ WIDTH }>) {} // want: field filled -> WIDTH

// A field and a method of one name.
pub struct Gauge { level: Level }
pub struct Level;
impl Level { pub fn high(&self) -> bool { true } }
impl Gauge {
    pub fn level(&self) -> &Level { &self.level } // want: field Gauge::level -> Gauge::level
    pub fn check(&self) -> bool {
        self.level.high(); // want: call Gauge::check -> Level::high
        self.level().high() // want: call Gauge::check -> Gauge::level
    }
}
