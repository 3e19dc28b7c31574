import Foundation

// want: implied schedule -> start
func start() {
  Timer.scheduledTimer(withTimeInterval: 60, repeats: true) { _ in sweep() }
}

func sweep() {}

// want: total 1
func plain(shop: Shop) {
  shop.scheduledTimer(60)
}
