namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>From when changes are counted.</summary>
public enum SinceWhen
{
    Visit,
    Quarter,
    Year,
}
