use sea_orm::entity::prelude::*;

#[derive(Clone, DeriveEntityModel)]
#[sea_orm(table_name = "cakes")]
pub struct Model { // want: table define cakes in cake::Model
    pub id: i32,
}
