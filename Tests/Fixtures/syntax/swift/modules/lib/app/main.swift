// swift-format-ignore-file
import Shop
import class Foundation.NSObject  // want: import-external Foundation.NSObject

// want: declare function main definition entryPoint
let order = Shop.Order(row: load(), lines: [])  // want: call order -> Order @Sources/Shop/Order.swift
order.each()  // want: call - -> Order.each
// The module is not imported, so its types cannot be meant.
let row: Row? = nil  // want: !type row -> Row
