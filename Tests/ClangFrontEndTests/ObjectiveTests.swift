import ClangFrontEnd
import Facts
import Foundation
import FrontEnd
import Testing

/// Objective-C, without the headers of its frameworks.
@Suite struct ObjectiveTests {
  private static let files = [
    "Shop/Order.h": """
    #import <Foundation/Foundation.h>

    NS_ASSUME_NONNULL_BEGIN

    typedef NS_ENUM(NSInteger, UIOrderState) { UIOrderStateOpen, UIOrderStatePaid };

    @protocol Priced <NSObject>
    - (NSInteger)price;
    @end

    @interface Order : NSObject <Priced>
    @property (nonatomic, copy, nullable) NSString *name;
    @property (nonatomic, assign) UIOrderState state;
    + (instancetype)orderNamed:(NSString *)name;
    - (void)saveWithBlock:(void (^)(NSError * _Nullable error))block;
    @end

    NS_ASSUME_NONNULL_END
    """,
    "Shop/Order.m": """
    #import "Order.h"

    @implementation Order
    + (instancetype)orderNamed:(NSString *)name {
      Order *order = [[Order alloc] init];
      order.name = name;
      return order;
    }
    - (NSInteger)price { return self.name.length; }
    - (void)saveWithBlock:(void (^)(NSError *error))block { block(nil); }
    @end
    """,
    "Shop/Order+Log.h": """
    #import "Order.h"
    @interface Order (Log)
    - (void)log;
    @end
    """,
    "Shop/Order+Log.m": """
    #import "Order+Log.h"
    @implementation Order (Log)
    - (void)log { NSLog(@"%@ %ld", self.name, (long)[self price]); }
    @end
    """,
    "Shop/Desk.m": """
    @import UIKit;
    #import "Order.h"
    #import "Order+Log.h"

    @interface Desk : UIViewController <UITableViewDelegate>
    @property (nonatomic, strong) NSArray<Order *> *orders;
    @end

    @implementation Desk
    - (void)viewDidLoad {
      [super viewDidLoad];
      Order *order = [Order orderNamed:@"first"];
      [order saveWithBlock:^(NSError *error) { [self.orders[0] log]; }];
      if (order.state == UIOrderStatePaid) { id<Priced> priced = order; [priced price]; }
      self.view.backgroundColor = [UIColor redColor];
    }
    @end
    """,
  ]

  private static func lines(_ path: String) throws -> [String] {
    let library = try #require(Workbench.libraries.first)
    let bench = try Workbench(files: files, library: library)
    defer { bench.remove() }
    let sources = files.keys.sorted().map { path in
      SourceFile(
        path: path, rawPath: Array(path.utf8), language: .objc, role: .production,
        size: files[path]!.utf8.count)
    }
    let inventory = Inventory(root: bench.root.path, files: sources)
    let units = CompilationPlanner().plan(inventory).units
    let unit = try #require(units.first { $0.path == path })
    let facts = bench.extractor.extract(unit)
    #expect(facts.parts.allSatisfy { files[$0.path] != nil }, "made headers are no parts")
    return facts.lines(path)
  }

  @Test("messages, properties, constants and superclasses are uses")
  func uses() throws {
    let lines = try Self.lines("Shop/Desk.m")
    for part in ["orderNamed:", "saveWithBlock:", "log", "price", "UIOrderStatePaid", "state"] {
      #expect(lines.contains { $0.contains(part) && $0.contains("->") }, "\(part) in \(lines)")
    }
    #expect(!lines.contains { $0.contains("-> ") && $0.contains("redColor") })
  }

  @Test("methods are defined where their class is implemented")
  func definitions() throws {
    let lines = try Self.lines("Shop/Order.m")
    for name in ["orderNamed:", "price", "saveWithBlock:"] {
      #expect(lines.contains { $0.contains("define") && $0.contains(name) }, "\(name) in \(lines)")
    }
  }

  @Test("a category adds to its class")
  func categories() throws {
    let lines = try Self.lines("Shop/Order+Log.m")
    #expect(lines.contains { $0.contains("price") && $0.contains("->") }, "\(lines)")
    #expect(lines.contains { $0.contains("name") && $0.contains("->") }, "\(lines)")
  }
}
