package shop

import forms._

case class OrderForm(buyer: String, total: Int)
case class Other(name: String)

trait Forms {
  def post(path: String)(action: => Any): Unit = {}
  def post[T](path: String, form: ValueType[T])(action: T => Any): Unit = {}
  def passed[T](value: T)(action: T => Any): Unit = {}
}

class Orders extends Forms {
  val newForm = mapping(
    "buyer" -> text(),
    "total" -> number()
  )(OrderForm.apply)

  post("/orders", newForm) { form =>
    save(form.buyer) // want: field shop.Orders -> shop.OrderForm.buyer
    form.name // want: !field shop.Orders -> shop.Other.name
  }

  post("/orders") {
    save("")
  }

  def save(buyer: String): Unit =
    passed(Other("x")) { other =>
      println(other.name) // want: field shop.Orders.save -> shop.Other.name
    }
}
