using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>From when changes are counted.</summary>
/// <param name="When">Which way it was chosen.</param>
/// <param name="LastLooked">When the person's visit before this one began; null on the first.</param>
/// <param name="Day">The day that was chosen, where one was.</param>
public sealed record ComparedFrom(SinceWhen When, DateTimeOffset? LastLooked, DateOnly? Day)
{
    /// <summary>True where the last approved report is compared with the one before it.</summary>
    public bool IsByReport => When == SinceWhen.Quarter || (When == SinceWhen.Visit && LastLooked is null) || (When == SinceWhen.Date
        && Day is null);

    /// <summary>The moment in a partnership; null where reports are compared with the ones before them.</summary>
    public DateTimeOffset? MomentIn(string zone, DateTimeOffset now) => IsByReport ? null : When switch
    {
        SinceWhen.Year => now.AddYears(-1),
        SinceWhen.Date => DateFormat.StartOf(Day.GetValueOrDefault(), zone),
        _ => LastLooked,
    };
}
