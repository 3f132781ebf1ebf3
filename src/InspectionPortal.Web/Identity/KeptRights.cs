using System.Collections.Concurrent;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Rights that were read before and still hold: all of them at one revision of what belongs to the platform, which the database raises
/// with every change of a role, a delegation, a grant, an officer or a partnership. Rights that end by themselves are not kept.
/// </summary>
public sealed class KeptRights
{
    private const int Most = 5000;

    private volatile Shelf _shelf = new(long.MinValue);

    /// <summary>The rights that were kept at this revision; null where there are none.</summary>
    public PersonRights? Find(Guid userId, long revision)
    {
        var shelf = _shelf;
        return shelf.Revision == revision ? shelf.Rights.GetValueOrDefault(userId) : null;
    }

    /// <summary>Keeps rights that were read after this revision was.</summary>
    public void Keep(Guid userId, long revision, PersonRights rights)
    {
        if (rights.DependsOnTime)
        {
            return;
        }

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
