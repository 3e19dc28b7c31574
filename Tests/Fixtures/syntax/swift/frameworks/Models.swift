// swift-format-ignore-file
import Fluent
import Vapor

final class Planet: Model, Content {
  static let schema = "planets"
  @ID(key: .id) var id: UUID?
  @Field(key: "name") var name: String  // want: annotation Field key=name on Planet.name
}

struct PlanetController: RouteCollection {
  func boot(routes: RoutesBuilder) throws {
    routes.get("planets", use: index)  // want: address PlanetController.boot -> PlanetController.index
  }

  func index(_ request: Request) async throws -> [Planet] {
    try await Planet.query(on: request.db).all()  // want: table read planets in PlanetController.index
  }

  func create(_ request: Request) async throws -> Planet {
    let planet = try request.content.decode(Planet.self)
    try await planet.save(on: request.db)  // want: table write planets in PlanetController.create
    return planet
  }
}
