using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>
/// Pages that this process made and that still hold. A partnership's pages are dropped together when its revision moves on. Memory is
/// bounded; where it runs out, the partnership that takes most of it gives up the page that it used longest ago.
/// </summary>
public sealed class PageCache
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Shelf> _shelves = [];
    private readonly long _mostBytes;
    private readonly Counter<long> _lookups;
    private long _bytes;

    public PageCache(IOptions<PageCacheOptions> options, IMeterFactory meters)
    {
        _mostBytes = options.Value.Megabytes * 1024L * 1024L;
        var meter = meters.Create("InspectionPortal.PageCache");
        _lookups = meter.CreateCounter<long>("portal.page_cache.lookups", description: "Pages asked for, by whether one was kept.");
        meter.CreateObservableGauge("portal.page_cache.size", () => Bytes, "By", "What kept pages take.");
    }

    /// <summary>False where nothing is kept at all.</summary>
    public bool IsOn => _mostBytes > 0;

    /// <summary>What kept pages take, in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>The page that was kept at this revision; null where there is none.</summary>
    /// <param name="partnership">The partnership's id.</param>
    /// <param name="revision">Its revision, as this request read it from the database.</param>
    /// <param name="key">Which page.</param>
    public CachedPage? Find(int partnership, long revision, PageCacheKey key)
    {
        CachedPage? found = null;
        lock (_gate)
        {
            if (ShelfAt(partnership, revision) is { } shelf && shelf.Pages.TryGetValue(key, out var node))
            {
                shelf.ByUse.Remove(node);
                shelf.ByUse.AddLast(node);
                found = node.Value.Page;
            }
        }

        _lookups.Add(1, new KeyValuePair<string, object?>("found", found is not null));
        return found;
    }

    /// <summary>
    /// Keeps a page that was made after this revision was read. One that comes late, or is larger than an eighth of all, is not kept.
    /// </summary>
    /// <param name="partnership">The partnership's id.</param>
    /// <param name="revision">Its revision, as it was read before the page was made.</param>
    /// <param name="key">Which page.</param>
    /// <param name="page">The page.</param>
    public void Keep(int partnership, long revision, PageCacheKey key, CachedPage page)
    {
        lock (_gate)
        {
            if (page.Size > _mostBytes / 8 || ShelfAt(partnership, revision) is not { } shelf)
            {
                return;
            }

            if (shelf.Pages.TryGetValue(key, out var earlier))
            {
                Drop(partnership, shelf, earlier);
            }

            _shelves[partnership] = shelf;
            shelf.Pages[key] = shelf.ByUse.AddLast((key, page));
            shelf.Bytes += page.Size;
            _bytes += page.Size;
            while (_bytes > _mostBytes)
            {
                var (id, largest) = _shelves.MaxBy(s => s.Value.Bytes);
                Drop(id, largest, largest.ByUse.First!);
            }
        }
    }

    /// <summary>The shelf of that revision, empty where it is newer than what is kept; null where something newer is kept.</summary>
    private Shelf? ShelfAt(int partnership, long revision)
    {
        if (_shelves.TryGetValue(partnership, out var shelf) && shelf.Revision >= revision)
        {
            return shelf.Revision == revision ? shelf : null;
        }

        if (shelf is not null)
        {
            _bytes -= shelf.Bytes;
            _shelves.Remove(partnership);
        }

        return new Shelf(revision);
    }

    private void Drop(int partnership, Shelf shelf, LinkedListNode<(PageCacheKey Key, CachedPage Page)> node)
    {
        shelf.ByUse.Remove(node);
        shelf.Pages.Remove(node.Value.Key);
        shelf.Bytes -= node.Value.Page.Size;
        _bytes -= node.Value.Page.Size;
        if (shelf.Pages.Count == 0)
        {
            _shelves.Remove(partnership);
        }
    }

    private sealed class Shelf(long revision)
    {
        public long Revision { get; } = revision;

        public Dictionary<PageCacheKey, LinkedListNode<(PageCacheKey Key, CachedPage Page)>> Pages { get; } = [];

        /// <summary>The page that was used longest ago comes first.</summary>
        public LinkedList<(PageCacheKey Key, CachedPage Page)> ByUse { get; } = new();

        public long Bytes { get; set; }
    }
}
