namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// Visits of a link officer to their partnerships. A visit lasts some hours, so that looking again does not make what was
/// new old; the next one begins a new "since I last looked".
/// </summary>
public static class Visits
{
    /// <summary>
    /// How many looks are read back. A look at many partnerships counts once, so somebody who looks all day long still reaches the day
    /// before.
    /// </summary>
    public const int LooksMaximum = 5000;

    private static readonly TimeSpan Length = TimeSpan.FromHours(4);

    /// <summary>When the visit before the present one began; null on the first.</summary>
    /// <param name="now">The moment of this look, which is not yet among the others.</param>
    /// <param name="looks">Moments at which the person looked, in any order.</param>
    public static DateTimeOffset? LastBefore(DateTimeOffset now, IEnumerable<DateTimeOffset> looks)
    {
        DateTimeOffset? before = null;
        DateTimeOffset? present = null;
        foreach (var look in looks.Order().Append(now))
        {
            if (present is null || look - present > Length)
            {
                (before, present) = (present, look);
            }
        }

        return before;
    }
}
