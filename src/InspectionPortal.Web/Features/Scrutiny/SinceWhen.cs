namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>From when changes are counted.</summary>
public enum SinceWhen
{
    /// <summary>Since the visit before this one; on the first visit as <see cref="Quarter"/>.</summary>
    Visit,

    /// <summary>The last approved report is compared with the one before it.</summary>
    Quarter,

    Year,

    /// <summary>Since a day that is chosen.</summary>
    Date,
}
