use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex};

pub trait Shape: fmt::Debug {
    const SIDES: u32;
    fn area(&self) -> f64; // want: declare method shapes::Shape::area definition abstract
    fn twice(&self) -> f64 {
        self.area() * 2.0 // want: call shapes::Shape::twice -> shapes::Shape::area
    }
}

pub trait Solid: Shape + Send {} // want: inherit shapes::Solid -> shapes::Shape

#[derive(Debug, Clone, Default)]
pub struct Circle {
    pub radius: f64, // want: declare field shapes::Circle::radius definition
    pub center: Point,
}

#[derive(Debug, Clone, Default)]
pub struct Point(pub f64, pub f64);

impl Point {
    pub const ORIGIN: Point = Point(0.0, 0.0); // want: call shapes::Point::ORIGIN -> shapes::Point
    pub fn norm(&self) -> f64 { self.0 } // want: field shapes::Point::norm -> shapes::Point::0
}

impl Shape for Circle { // want: implement shapes::Circle -> shapes::Shape
    const SIDES: u32 = 0;
    fn area(&self) -> f64 {
        self.radius * self.center.norm() // want: call shapes::Circle::area -> shapes::Point::norm
    }
}

impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.area()) // want: call shapes::Circle::fmt -> shapes::Circle::area
    }
}

impl Circle {
    pub fn new(radius: f64) -> Self {
        Self { radius, ..Default::default() } // want: field shapes::Circle::new -> shapes::Circle::radius
    }
    pub fn grown(mut self) -> Result<Self, String> {
        self.radius += 1.0;
        Ok(self)
    }
}

pub enum Event {
    Drawn(Circle), // want: type shapes::Event -> shapes::Circle
    Moved { to: Point },
    Gone,
}

pub struct Scene {
    pub shapes: Vec<Circle>,
    pub named: HashMap<String, Circle>,
    pub shared: Arc<Mutex<Circle>>,
    pub any: Vec<Box<dyn Shape>>,
    pub maybe: Option<Box<Circle>>,
}
