namespace InspectionPortal.Web.Components.Charts;

/// <summary>
/// Finds room for words. Points and other words are never written over: where there is no room, the words are left out, because the table
/// has them. Lines are kept clear of where that is possible.
/// </summary>
public sealed class LabelPlacement
{
    private readonly List<ChartBox> _taken = [];
    private readonly List<(double X1, double Y1, double X2, double Y2)> _lines = [];

    public void Take(ChartBox box) => _taken.Add(box);

    public void Draw(double x1, double y1, double x2, double y2) => _lines.Add((x1, y1, x2, y2));

    /// <summary>The first place that is free, and takes it; null where none is.</summary>
    public ChartBox? Find(IEnumerable<ChartBox> places)
    {
        ChartBox? second = null;
        foreach (var place in places)
        {
            if (_taken.Exists(place.Meets))
            {
                continue;
            }

            second ??= place;
            if (!_lines.Exists(l => place.Meets(l.X1, l.Y1, l.X2, l.Y2)))
            {
                second = place;
                break;
            }
        }

        if (second is { } found)
        {
            Take(found);
        }

        return second;
    }
}
