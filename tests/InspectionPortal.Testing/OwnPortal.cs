namespace InspectionPortal.Testing;

/// <summary>
/// A portal that no other class uses: for tests that look at the whole database or the folder of files, run a job over all
/// partnerships, or write thousands of rows.
/// </summary>
public sealed class OwnPortal : PortalFixture
{
    protected override bool IsShared => false;
}
