import grpc

import orders_pb2_grpc


# want: rpc -> orders.Orders.Create
# want: rpc -> orders.Orders.Show
# want: total 2
class Orders(orders_pb2_grpc.OrdersServicer):
    def Create(self, request, context):
        return self._stored(request)

    def Show(self, request, context):
        return None

    def _stored(self, request):
        return request


class Plain:
    def Create(self, request):
        return request
