@file:JvmName("Tools")

package app

fun tool() = 1
