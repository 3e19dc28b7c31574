from django.urls import include, path

from . import views

# want: http -> shop.views.index path=/shop
# want: http -> shop.views.Detail.get method=GET path=/shop/<int:pk>
# want: total 2
urlpatterns = [
    path("", views.index),
    path("<int:pk>/", views.Detail.as_view(), name="detail"),
]
