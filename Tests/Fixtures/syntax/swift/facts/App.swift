// swift-format-ignore-file
import ArgumentParser
import Foundation

@main  // want: declare type Tool definition entryPoint
struct Tool: AsyncParsableCommand {
  @Option(name: .shortAndLong, help: "where") var path: String  // want: annotation Option name=.shortAndLong help=where on Tool.path
  static let configuration = CommandConfiguration(abstract: "a tool")

  func run() async throws {
    while true {  // want: lifetime endless-loop - in Tool.run
      try await Task.sleep(for: .seconds(1))  // want: lifetime slept Task.sleep in Tool.run
      try query("SELECT id FROM orders WHERE name = '\(path)'")  // want: table read orders in Tool.run
      try query(
        """
        INSERT INTO
          audit (id)
        """)  // want: !table write nothing in Tool.run
    }
  }

  // want: table write audit in Tool.run
  // @trigger schedule "0 3 * * *"
  func clean() {}  // want: declare method Tool.clean definition

  func query(_ sql: String) throws {}
}
