namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record OwnReads(IReadOnlyList<OwnRead> Rows, int Count, int Page)
{
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
}
