from app.domain.accounts import revenue


def test_revenue_is_kept_by_service() -> None:
    assert revenue("parcel") == "revenue.parcel"
