from django.db.models import QuerySet

from .models import Label, Note, Page


def listing(user):
    pages = Page.objects.visible(user)  # want: call shop.views.listing -> shop.managers.PageQuerySet.visible
    pages.filter(old=True).update(old=False)  # want: table write shop_page in shop.views.listing
    for page in pages:
        page.archive()  # want: call shop.views.listing -> shop.models.Page.archive


def chained(user):
    # want: call shop.views.chained -> shop.managers.PageQuerySet.shut
    Page.objects.filter(name="").visible(user).shut()  # want: table read shop_page in shop.views.chained


def first():
    page = Page.objects.open().first()  # want: table read shop_page in shop.views.first
    page.archive()  # want: call shop.views.first -> shop.models.Page.archive
    page.delete()  # want: table write shop_page in shop.views.first


def recent():
    # want: call shop.views.recent -> shop.managers.DatedQuerySet.recent
    return Label.objects.recent()  # want: table read shop_label in shop.views.recent


def dated():
    return Label.dated.get(pk=1).shown()  # want: table read shop_label in shop.views.dated


def made():
    return Label.objects.make("x").shown()  # want: call shop.views.made -> shop.managers.LabelManager.make


def inherited():
    return Note.objects.count()  # want: table read shop_note in shop.views.inherited


def relations(page: Page, label: Label):
    page.notes.filter(name="x")  # want: table read shop_note in shop.views.relations
    page.labels.all()  # want: table read shop_label in shop.views.relations
    page.draft.words()  # want: call shop.views.relations -> shop.models.Draft.words


def reverse(label: Label):
    label.note_set.all().delete()  # want: table write shop_note in shop.views.reverse
    label.pages.visible(None)  # want: call shop.views.reverse -> shop.managers.PageQuerySet.visible


def annotated(pages: "QuerySet[Page]"):
    pages.update(open=False)  # want: table write shop_page in shop.views.annotated


def constructed():
    page = Page(name="x")
    page.name = "y"
    page.full_clean()
    # want: !table write shop_page in shop.views.constructed
    return page
