mod cake;
mod schema;

use crate::schema::{orders, users};
use diesel::prelude::*;

table! {
    shop.orders (id) { // want: table define orders in orders::table
        id -> Integer,
    }
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = users)]
pub struct NewUser { // want: table define users in NewUser
    pub name: String,
}

pub fn add(connection: &mut PgConnection, user: &NewUser) {
    diesel::insert_into(users::table).values(user).execute(connection); // want: table write users in add
    users::table.filter(users::id.eq(1)).load(connection); // want: table read users in add
    connection.transaction(|c| c); // want: lifetime transaction-started transaction in add
}

pub fn named() {
    use crate::schema::users::dsl::*;
    users.filter(id.eq(1)); // want: table read users in named
    diesel::delete(users.find(1)); // want: table write users in named
}

pub fn eat() {
    cake::Entity::find().all(); // want: table read cakes in eat
}
