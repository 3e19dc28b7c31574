use crate::shapes::{Circle, Event, Point, Scene, Shape};
use std::sync::Arc;

impl Scene { // its type is in another file
    pub fn total(&self) -> f64 {
        let mut sum = 0.0;
        for shape in &self.shapes { // want: field work::Scene::total -> shapes::Scene::shapes
            sum += shape.area(); // want: call work::Scene::total -> shapes::Circle::area
        }
        for (name, shape) in self.named.iter() {
            shape.twice(); // want: call work::Scene::total -> shapes::Shape::twice
            name.twice();
        }
        for (index, shape) in self.any.iter().enumerate() {
            shape.area(); // want: call work::Scene::total -> shapes::Shape::area
            index.area();
        }
        self.first().map(|found| found.center.norm()); // want: call work::Scene::total -> shapes::Point::norm
        self.helper() // want: call work::Scene::total -> work::Scene::helper
    }

    fn helper(&self) -> f64 {
        let held = self.shared.lock().unwrap();
        held.grown().unwrap().area(); // want: call work::Scene::helper -> shapes::Circle::area
        if let Some(inner) = &self.maybe {
            inner.area(); // want: call work::Scene::helper -> shapes::Circle::area
        }
        let other = Arc::clone(&self.shared);
        other.lock().unwrap().twice(); // want: call work::Scene::helper -> shapes::Shape::twice
        0.0
    }

    fn first(&self) -> Option<&Circle> {
        self.shapes.iter().filter(|s| s.area() > 1.0).next() // want: call work::Scene::first -> shapes::Circle::area
    }

    fn chained(&self) -> Result<f64, String> {
        let grown = Circle::new(1.0).grown()?; // want: call work::Scene::chained -> shapes::Circle::new
        // want: call work::Scene::chained -> shapes::Circle::grown
        let Point(x, _) = grown.center; // want: type work::Scene::chained -> shapes::Point
        let centers: Vec<_> = self.shapes.iter().map(|s| s.center.clone()).collect();
        centers[0].norm(); // want: call work::Scene::chained -> shapes::Point::norm
        Ok(x + Point::ORIGIN.1) // want: field work::Scene::chained -> shapes::Point::ORIGIN
    }
}

pub fn handle(event: Event) -> f64 {
    match event {
        Event::Drawn(circle) => circle.area(), // want: call work::handle -> shapes::Circle::area
        // want: field work::handle -> shapes::Event::Drawn
        Event::Moved { to } => to.norm(), // want: call work::handle -> shapes::Point::norm
        Event::Gone => 0.0, // want: field work::handle -> shapes::Event::Gone
    }
}

pub fn make() -> Event {
    let other = Event::Moved { to: Point(1.0, 2.0) }; // want: field work::make -> shapes::Event::Moved
    drop(other);
    Event::Drawn(Circle::new(2.0)) // want: call work::make -> shapes::Event::Drawn
}

pub fn any(shape: &dyn Shape, other: impl Shape, made: &Circle) {
    shape.area(); // want: call work::any -> shapes::Shape::area
    other.twice(); // want: call work::any -> shapes::Shape::twice
    Shape::area(made); // want: call work::any -> shapes::Shape::area
    <Circle as Shape>::area(made); // want: call work::any -> shapes::Circle::area
    let function = Circle::new; // want: address work::any -> shapes::Circle::new
    function(1.0).area(); // want: call work::any -> shapes::Circle::area
}
// want: !call work::Scene::total -> nothing
