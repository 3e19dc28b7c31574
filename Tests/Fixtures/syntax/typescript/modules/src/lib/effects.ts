setUp();
