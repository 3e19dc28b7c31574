@file:JvmName("Tools")

package app

fun tool() = 1

// What the file is called for Java is no name here.
typealias Tools = Owner

fun tools(owner: Tools) = owner.greet() // want: call app.tools -> app.Owner.greet
// want: type app.tools -> app.Tools
