// swift-format-ignore-file
import XCTest
@testable import Shop

final class OrderTests: XCTestCase {
  func testLine() {
    let line = Line()  // want: call OrderTests.testLine -> Line @Sources/Shop/Line.swift
    line.print()  // want: call OrderTests.testLine -> Line.print
  }
}
