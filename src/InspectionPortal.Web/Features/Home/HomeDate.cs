namespace InspectionPortal.Web.Features.Home;

public sealed record HomeDate(DateOnly On, string Words, string Href);
