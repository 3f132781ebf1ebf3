using System.Globalization;

namespace InspectionPortal.Domain.Measures;

/// <summary>How a value reads with its unit: "50%", "12 children".</summary>
public static class FigureFormat
{
    public static string Of(decimal value, string? unit)
    {
        var number = value.ToString("0.####", CultureInfo.InvariantCulture);
        return unit switch
        {
            null => number,
            "%" => $"{number}%",
            _ => $"{number} {unit}",
        };
    }
}
