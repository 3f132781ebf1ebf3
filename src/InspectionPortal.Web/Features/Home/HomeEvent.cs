namespace InspectionPortal.Web.Features.Home;

public sealed record HomeEvent(DateOnly On, string Who, string Did, string? Link, string? Href);
