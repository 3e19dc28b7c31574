from rest_framework.decorators import action
from rest_framework.viewsets import ModelViewSet


# want: http -> shop.views_api.OrderViewSet.pay method=POST
# want: http -> shop.views_api.OrderViewSet.thumb method=GET path=/picture
# want: total 2
class OrderViewSet(ModelViewSet):
    @action(detail=True, methods=["post"])
    def pay(self, request, pk=None):
        return self.thumb(request)

    @action(detail=True, url_path="picture")
    def thumb(self, request, pk=None):
        return None
