package pages

import site.Body
import site.Html
import site.area
import site.bold
import site.html
import site.twice

class Page(private val body: Body) {
  fun build() = html { // want: call pages.Page.build -> site.html
    title = "a" // want: field pages.Page.build -> site.Html.title
    body { // want: call pages.Page.build -> site.Html.body
      text("b") // want: call pages.Page.build -> site.Body.text
      bold("c") // want: call pages.Page.build -> site.bold #site.Body.bold(String)
    }
  }

  fun direct() {
    body.bold("d") // want: call pages.Page.direct -> site.bold #site.Body.bold(String)
    "e".bold() // want: call pages.Page.direct -> site.bold #site.String.bold()
    println(body.area) // want: field pages.Page.direct -> site.area
    body.twice { it.text("f") } // want: call pages.Page.direct -> site.Body.text
    body.let { given -> given.text("g") } // want: call pages.Page.direct -> site.Body.text
    body.apply { text("h") } // want: call pages.Page.direct -> site.Body.text
    with(body) { text("i") } // want: call pages.Page.direct -> site.Body.text
    listOf(body).filter { it.size > 1 }.forEach { it.text("j") } // want: call pages.Page.direct -> site.Body.text
  }

  // Nothing that the package sees extends a number in this way.
  fun wrong() {
    3.plain()
    Body().run { unknown() }
  }
  // want: !call pages.Page.wrong -> site.plain

  // want: !call pages.Page.build -> pages.title
}

fun title() = 1
