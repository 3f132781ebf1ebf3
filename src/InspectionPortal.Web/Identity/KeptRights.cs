using System.Collections.Concurrent;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Rights that were read before and still hold: all of them at one revision of what belongs to the platform, which the database raises
/// with every change of a role, a delegation, a grant, an officer or a partnership. They are read again when one of them begins or ends.
/// </summary>
public sealed class KeptRights
{
    private const int Most = 5000;

    private volatile Shelf _shelf = new(long.MinValue);

    /// <summary>The rights that were kept at this revision and hold now; null where there are none.</summary>
    public PersonRights? Find(Guid userId, long revision, DateTimeOffset now)
    {
        var shelf = _shelf;
        var rights = shelf.Revision == revision ? shelf.Rights.GetValueOrDefault(userId) : null;
        return rights?.Until <= now ? null : rights;
    }

    /// <summary>Keeps rights that were read after this revision was.</summary>
    public void Keep(Guid userId, long revision, PersonRights rights)
    {
        var shelf = _shelf;
        if (shelf.Revision > revision)
        {
            return;
        }

        if (shelf.Revision < revision || shelf.Rights.Count >= Most)
        {
            _shelf = shelf = new Shelf(revision);
        }

        shelf.Rights[userId] = rights;
    }

    private sealed record Shelf(long Revision)
    {
        public ConcurrentDictionary<Guid, PersonRights> Rights { get; } = new();
    }
}
