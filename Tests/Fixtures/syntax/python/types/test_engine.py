def test_engine(engine, wheel, mocker):  # want: wiring test_engine.test_engine -> conftest.engine
    engine.start()  # want: call test_engine.test_engine -> base.Diesel.start
    wheel.turn()  # want: call test_engine.test_engine -> car.Wheel.turn


def helper(engine):
    engine.start()
    # want: !call test_engine.helper -> base.Diesel.start
