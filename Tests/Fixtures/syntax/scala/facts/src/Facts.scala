package shop

import javax.inject.{Inject, Singleton}
import scala.collection.mutable

object Main extends App { // want: declare type shop.Main definition entryPoint
  var current = 1 // want: declare field shop.Main.current definition mutableState
  val seen = mutable.Map[String, Int]() // want: declare field shop.Main.seen definition mutableState
  val fixed = Map("a" -> 1)
  // want: !declare field shop.Main.fixed definition mutableState

  def raise() = current = 2 // want: global-write shop.Main.raise -> shop.Main.current
}

object Tool {
  def main(args: Array[String]): Unit = { // want: declare method shop.Tool.main definition entryPoint
    while (true) Thread.sleep(10) // want: lifetime endless-loop - in shop.Tool.main
    // want: lifetime slept Thread.sleep in shop.Tool.main
  }
}

@Singleton
class Dao @Inject() (database: Database) {
  def save(id: Int, table: String) = {
    database.run(SQL("INSERT INTO ledger" + " (id) VALUES (" + id + ")")) // want: table write ledger in shop.Dao.save
    SQL"""
      SELECT * FROM customers WHERE id = $id
    """.as(parser)
    sql"""
      |update accounts
      |set owner = ${id + 1}""".stripMargin
    log("select a colour from the list")
  }
  // want: table read customers in shop.Dao.save
  // want: table write accounts in shop.Dao.save
  // want: annotation javax.inject.Singleton on shop.Dao
  // want: annotation javax.inject.Inject on shop.Dao
}

// @trigger schedule cron="0 3 * * *"
class Jobs {
  // @trigger queue source=jobs
  def consume() = 1
  // want: trigger queue comment on shop.Jobs.consume source=jobs
}
