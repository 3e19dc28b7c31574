macro_rules! helper { () => {}; } // want: declare macro helpers::helper definition
