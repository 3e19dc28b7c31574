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

class Admin extends Forms {
  val otherForm = mapping("name" -> text())(Other.apply)

  def checked[T](action: T => Any): T => Any = { (form: T) =>
    action(form)
  }

  def owned[T](action: (T, OrderForm) => Any): T => Any = { (form: T) =>
    action(form, OrderForm("", 0))
  }

  post("/names", otherForm)(checked { form =>
    println(form.name) // want: field shop.Admin -> shop.Other.name
  })

  post("/owned", otherForm)(owned { (form, order) =>
    println(form.name) // want: field shop.Admin -> shop.Other.name
    println(order.total) // want: field shop.Admin -> shop.OrderForm.total
  })

  def pairs(names: List[Other], orders: List[OrderForm]) = {
    names.zip(orders).map { case (name, order) =>
      order.total // want: field shop.Admin.pairs -> shop.OrderForm.total
    }
    names.join(orders).on { (name, order) =>
      name.name == order.buyer // want: field shop.Admin.pairs -> shop.OrderForm.buyer
    }
    names.join(orders).join(names).on { case name ~ order ~ other =>
      other.name // want: field shop.Admin.pairs -> shop.Other.name
    }
  }
}
