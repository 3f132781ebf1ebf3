namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>A column of the drawing.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Width">How wide its nodes are.</param>
public sealed record TreeColumn(double X, double Width)
{
    public double Right => X + Width;
}
