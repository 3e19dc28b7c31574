package site

class Html {
  fun body(init: Body.() -> Unit) {
    Body().init()
  }

  var title: String = ""
}

class Body {
  fun text(value: String) {}

  val size = 1
}

fun html(init: Html.() -> Unit): Html = Html().apply(init)

fun Body.bold(value: String) = text(value) // want: call site.bold -> site.Body.text

val Body.area: Int get() = size * size // want: field site.area -> site.Body.size

fun <T> T.twice(block: (T) -> Unit): T {
  block(this)
  return this
}

fun String.bold() = "<b>$this</b>"

fun Int.plain() = this
