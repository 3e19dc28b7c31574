class CreateOrders < ActiveRecord::Migration[7.0]
  def change
    create_table :orders do |t| # want: table define orders in CreateOrders.change
      t.string :state
      t.references :customer, foreign_key: { to_table: :billing_accounts }
    end
    add_column :positions, :price, :integer # want: table define positions in CreateOrders.change
    execute "UPDATE positions SET price = 0" # want: table write positions in CreateOrders.change
  end
end
