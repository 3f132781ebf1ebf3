namespace InspectionPortal.Testing;

/// <summary>A portal of one class that keeps no pages: for tests that count what making a page takes.</summary>
public sealed class PortalWithoutCache : PortalFixture
{
    protected override bool IsShared => false;

    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["PageCache:Megabytes"] = "0" };
}
