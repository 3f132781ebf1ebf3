using System.Globalization;

namespace InspectionPortal.Measurement;

/// <summary>Finds the first thing that is wrong with a series.</summary>
internal static class SeriesCheck
{
    public static string? FindProblem(ChartSeries series)
    {
        if (series.Points is null || series.Phases is null)
        {
            return "points and phases may be empty, not null";
        }

        if (!Enum.IsDefined(series.Chart) || !Enum.IsDefined(series.Rules) || !Enum.IsDefined(series.Direction))
        {
            return "chart, rules and direction must be among those that exist";
        }

        if (!series.Rules.MayRead(series.Chart))
        {
            return $"rules \"{series.Rules.ToWire()}\" do not go with chart \"{series.Chart.ToWire()}\"";
        }

        if (series.Target is { } target && !double.IsFinite(target))
        {
            return "target must be a finite number";
        }

        return FindPlaceProblem(series) ?? FindPointProblem(series);
    }

    private static string? FindPlaceProblem(ChartSeries series)
    {
        var count = series.Points.Count;
        foreach (var start in series.Phases)
        {
            if (start < 0 || (start >= count && start > 0))
            {
                return Say($"phases: {start} is not the index of a point, which run from 0 to {count - 1}");
            }
        }

        return series.FreezeAt switch
        {
            null => null,
            < 1 => "freezeAt must be at least 1",
            { } freeze when freeze > count => Say($"freezeAt is {freeze}, but there are {count} points"),
            _ => null,
        };
    }

    private static string? FindPointProblem(ChartSeries series)
    {
        for (var i = 0; i < series.Points.Count; i++)
        {
            var point = series.Points[i];
            var problem = point.IsRatio ? FindRatioProblem(series.Chart, point) : FindValueProblem(series.Chart, point);
            if (problem is not null)
            {
                return Say($"points[{i}]: {problem}");
            }
        }

        return null;
    }

    private static string? FindValueProblem(ChartKind chart, ChartPoint point)
    {
        if (point.Value is not { } value)
        {
            return null;
        }

        if (!double.IsFinite(value))
        {
            return "value must be a finite number";
        }

        return chart switch
        {
            _ when chart.NeedsDenominators() => $"chart \"{chart.ToWire()}\" needs numerator and denominator, not value",
            ChartKind.TimeBetween when value <= 0 => "a time between events must be above 0; use a finer unit of time",
            ChartKind.MovingRange or ChartKind.Count or ChartKind.Geometric when value < 0 => $"chart \"{chart.ToWire()}\" takes no negative value",
            _ => null,
        };
    }

    private static string? FindRatioProblem(ChartKind chart, ChartPoint point)
    {
        if (point.Denominator is { } denominator && !(double.IsFinite(denominator) && denominator >= 0))
        {
            return "denominator must be a finite number, 0 or above";
        }

        if (point.Numerator is not { } numerator)
        {
            return null;
        }

        if (!double.IsFinite(numerator) || (chart.NeedsDenominators() && numerator < 0))
        {
            return chart.NeedsDenominators() ? "numerator must be a finite number, 0 or above" : "numerator must be a finite number";
        }

        if (point.Denominator is not { } over)
        {
            return null;
        }

        if (over <= 0 && Math.Abs(numerator) > 0)
        {
            return Say($"the numerator {numerator} has a denominator of 0");
        }

        if (chart.IsProportion() && numerator > over)
        {
            return Say($"the numerator {numerator} is above the denominator {over}");
        }

        if (chart is ChartKind.Count or ChartKind.Geometric && Math.Abs(over - 1) > 0)
        {
            return $"chart \"{chart.ToWire()}\" takes a value; counts over a denominator go on chart \"u\"";
        }

        return point.Plotted is { } plotted && !chart.NeedsDenominators() ? FindValueProblem(chart, ChartPoint.Of(plotted))
            : point.Plotted is { } ratio && !double.IsFinite(ratio) ? "numerator ÷ denominator is too large"
            : null;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
