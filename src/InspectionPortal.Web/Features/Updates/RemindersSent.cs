using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Who was asked for updates just now.</summary>
/// <param name="PeriodId">The period.</param>
/// <param name="Names">Those who were written to.</param>
/// <param name="AlreadyAsked">How many more owe updates and were already asked by a partnership lead today.</param>
public sealed record RemindersSent(Guid PeriodId, IReadOnlyList<string> Names, int AlreadyAsked)
{
    private const int Named = 5;

    /// <summary>"Reminder sent to Ann, Ben and 3 other people."</summary>
    public string Message
    {
        get
        {
            var rest = Names.Count - Named;
            var people = rest <= 1
                ? EnglishText.List(Names)
                : EnglishText.List([.. Names.Take(Named), $"{rest} other people"]);
            var already = AlreadyAsked switch
            {
                0 => string.Empty,
                1 => "1 person was already reminded today.",
                _ => $"{AlreadyAsked} people were already reminded today.",
            };
            return (Names.Count, AlreadyAsked) switch
            {
                (0, 0) => "No reminder sent: no one has an update to write.",
                (0, _) => $"No reminder sent: {already[..1].ToLowerInvariant()}{already[1..]}",
                (1, _) => $"Reminder sent to {people}. {already}".TrimEnd(),
                _ => $"Reminders sent to {people}. {already}".TrimEnd(),
            };
        }
    }
}
