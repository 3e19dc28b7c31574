diesel::table! {
    users (id) { // want: table define users in schema::users::table
        id -> Integer,
        name -> Text,
    }
}
